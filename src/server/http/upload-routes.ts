import type { UploadRoute } from '#server/http/upload.ts'

/** Every route that takes a file. They stand beside the contract, which describes JSON only. */
export const uploadRoutes: readonly UploadRoute[] = []
