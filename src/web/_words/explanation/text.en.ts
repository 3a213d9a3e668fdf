import type { Doubt } from '#core/occurrence/occurrence.ts'
import type { Text } from './text.zh.ts'

type Figures = Readonly<Record<string, string>>

const of = (figures: Figures, name: string, unit = ''): string => `${figures[name] ?? '0'}${unit === '' ? '' : ` ${unit}`}`

const doubts: Readonly<Record<Doubt['code'], (figures: Figures) => string>> = {
  'mid-period': () =>
    'Somebody joined or left within the period, and what is owed then is not settled. Choose it in the definition of counting.',
  'unknown-year': ({ year = '' }) =>
    `The work days of ${year} are not entered, so the limit is not known. Enter the calendar of that year first.`,
  'nothing-to-divide-by': () => 'There is nothing to divide by yet. Enter the total first, or let a person say.',
  'no-base': () => 'What it is compared with is not entered yet. Enter the base first.',
}

export const en: Text = {
  ask: {
    overdue: 'Why is it overdue?',
    undetermined: 'Why is it to be settled?',
    'due-soon': 'Why is it due soon?',
    behind: 'Why is it behind?',
    'not-started': 'Why has it not started?',
    'on-track': 'Why is it on track?',
    done: 'Why is it done?',
    waived: 'Why is it waived?',
  },
  because: {
    done: (f, unit) =>
      `${of(f, 'required', unit)} owed, ${of(f, 'actual', unit)} done${f['on'] === undefined ? '' : `, reached on ${f['on']}`}${f['late'] === 'yes' ? ' (after the last day)' : ''}.`,
    kept: (f, unit) => `At most ${of(f, 'required', unit)}; ${of(f, 'actual', unit)} so far, which is within it.`,
    waived: () => 'A person let it off, or by the basis nothing is owed in this period.',
    doubt: (f) => {
      const code = f['doubt'] ?? ''
      return isDoubt(code) ? doubts[code](f) : 'A question is still open.'
    },
    overdue: (f, unit) =>
      `The last day, ${of(f, 'to')}, has passed: ${of(f, 'required', unit)} owed, ${of(f, 'actual', unit)} done, ${of(f, 'owed', unit)} missing.`,
    broken: (f, unit) => `At most ${of(f, 'required', unit)}, but it is ${of(f, 'actual', unit)}: past the cap.`,
    'due-soon': (f, unit) =>
      `${f['days'] === '0' ? 'Today is the latest safe day' : `Only ${of(f, 'days')} days to the latest safe day ${of(f, 'safe')}`}, and ${of(f, 'owed', unit)} missing.`,
    'too-late': (f, unit) =>
      `The latest safe day ${of(f, 'safe')} has passed: ${of(f, 'left')} days are left with today, ${of(f, 'owed', unit)} missing. Even every day would hardly do; it needs a decision.`,
    behind: (f, unit) =>
      `${of(f, 'pace', unit)} should be done by now, ${of(f, 'actual', unit)} are: ${of(f, 'gap', unit)} behind. ${of(f, 'owed', unit)} missing; ${
        unit === '天' ? `after ${of(f, 'safe')} every single day is needed` : `to be made up by ${of(f, 'safe')} at the latest`
      }.`,
    ahead: (f, unit) => `${of(f, 'pace', unit)} should be done by now, ${of(f, 'actual', unit)} are; latest safe day ${of(f, 'safe')}.`,
    open: (f, unit) => `To reach ${of(f, 'required', unit)}; now ${of(f, 'actual', unit)}, and there is still time.`,
    'not-started': (f, unit) =>
      `No record counts yet${f['pace'] === undefined ? '' : `; ${of(f, 'pace', unit)} should be done by now, which is still within what is allowed`}${f['safe'] === undefined ? '' : `; latest safe day ${of(f, 'safe')}`}.`,
    upcoming: (f) => `The period begins on ${of(f, 'from')}.`,
  },
}

function isDoubt(code: string): code is Doubt['code'] {
  return Object.hasOwn(doubts, code)
}
