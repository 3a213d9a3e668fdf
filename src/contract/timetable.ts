import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { TimetableRow } from '#core/timetable/timetable.ts'

/** Whose timetable of which year: of a unit, of a leading post, or of all that is seen. */
const Whose = {
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  unit: z.string().trim().max(200).optional(),
  leader: z.string().trim().max(200).optional(),
}

export const timetable = {
  /** 时间表: when what is due in a year, without one in this year. `total`: of rows; the first 2000 are given. */
  get: oc
    .route({ method: 'GET', path: '/timetable', summary: '时间表', tags: ['timetable'] })
    .input(z.strictObject(Whose))
    .output(z.object({ year: z.number().int(), today: Day, total: z.number().int(), rows: z.array(TimetableRow).readonly() })),
  /** The same as an .xlsx file, every row of it. Official documents are Chinese. */
  export: oc
    .route({ method: 'POST', path: '/timetable/export', summary: '导出时间表', tags: ['timetable'] })
    .input(z.strictObject({ ...Whose, year: z.number().int().min(1990).max(2200) }))
    .output(z.file()),
}
