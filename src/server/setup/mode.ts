import type { Mode } from '#core/access/mode.ts'
import type { Db } from '#server/db/connect.ts'

/** 运行模式 of one jurisdiction. */
export function modeOf({ inServiceSince }: { readonly inServiceSince: string | null }): Mode {
  return inServiceSince === null ? 'trial' : 'service'
}

/** 运行模式 of the installation: `service` once every jurisdiction appointed its three administrators, `trial` before, and before set-up. */
export async function readMode(db: Db): Promise<Mode> {
  const { all, onTrial } = await db
    .selectFrom('jurisdiction')
    .select(({ fn }) => fn.countAll<string>().as('all'))
    .select(({ fn }) => fn.countAll<string>().filterWhere('inServiceSince', 'is', null).as('onTrial'))
    .executeTakeFirstOrThrow()
  return Number(all) > 0 && Number(onTrial) === 0 ? 'service' : 'trial'
}
