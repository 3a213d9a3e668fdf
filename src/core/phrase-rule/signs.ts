/** Stands in a phrase for one number, written in digits or characters. */
export const NUMBER_SLOT = '{数}'

/** What can be taught, in the order in which it is offered. Apart from the schemas, so that a page may take it. */
export const teachingKinds = ['unit', 'rhythm', 'comparator', 'scope', 'org', 'leader', 'wording', 'register'] as const
