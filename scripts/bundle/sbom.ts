import type { BundledPackage } from './packages.ts'

/** The list of components in the form of CycloneDX, for advisory checks where there is no network. */
export function sbomOf(program: { readonly name: string; readonly version: string }, packages: readonly BundledPackage[]): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': program.name, ...program } },
    components: packages.map(({ name, version, license, integrity }) => ({
      type: 'library',
      'bom-ref': `pkg:npm/${encodeURIComponent(name)}@${version}`,
      name,
      version,
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      ...(license === null ? {} : { licenses: [{ expression: license }] }),
      ...(integrity?.startsWith('sha512-') === true
        ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') }] }
        : {}),
    })),
  }
}
