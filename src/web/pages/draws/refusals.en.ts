import type { Refusals } from './refusals.zh.ts'

export const refusalsEn: Refusals = {
  'draw-state': () => 'This draw has gone on: load it again.',
  'draw-too-large': ({ stratum, size, asked }) =>
    `${stratum === '' ? 'The population' : `“${stratum}”`} holds ${size}: ${asked} cannot be drawn.`,
  'not-sealed-yet': () =>
    'The frozen population is not sealed in the journal yet. Try again in a few seconds: the seed comes only after that.',
  'not-drawn': ({ id }) => `“${id}” is not among those drawn.`,
  'already-judged': ({ id }) => `“${id}” has a finding already and cannot be replaced.`,
  'nothing-left': () => 'Nothing is left in this stratum to come in its place.',
  'party-twice': ({ party }) => `“${party}” has given its part already.`,
  'account-twice': () => 'One account gives one secret: the other party uses an account of its own, or dice are thrown.',
  'secret-first': () => 'At least one secret comes before the dice.',
  'secrets-closed': () => 'Dice lie or a secret is revealed: nothing more can be given.',
  'dice-too-few': ({ fewest }) => `Dice are figures from 1 to 6, at least ${fewest} of them.`,
  'no-digest': () => 'That is no digest of a secret. Give it again.',
  'too-few-parties': ({ fewest }) => `At least ${fewest} parties must have given before anything is revealed.`,
  'nothing-to-reveal': () => 'This account has no secret to reveal.',
  'secret-too-short': ({ fewest }) => `A secret has at least ${fewest} characters.`,
  'reveal-does-not-match': () => 'That is not the secret whose digest was given. Enter it exactly.',
  'missing-id': ({ row }) => `Row ${row} of the list has no number. Add it and send the list again.`,
  'duplicate-id': ({ id, earlier, row }) => `“${id}” stands twice, in rows ${earlier} and ${row}. Mend the list and send it again.`,
  'id-too-long': ({ row, most }) => `Row ${row} of the list is too long (at most ${most} characters).`,
  'empty-population': () => 'The list holds nothing to draw from.',
  'unknown-exclusion': ({ id }) => `The population holds no “${id}” to leave out.`,
  'reason-missing': ({ id }) => `Say why “${id}” is left out.`,
  'records-without-id': ({ count }) => `${count} records have no number: add them, or use the records’ own numbers.`,
  'records-share-id': ({ id }) => `Two records have the number “${id}”: correct one, or use the records’ own numbers.`,
  'record-id-too-long': ({ most }) => `The number or stratum of a record is too long (at most ${most} characters).`,
  'draw-other-register': () => 'This list comes from another register and cannot be added to this draw.',
  'in-earlier-part': ({ id }) => `“${id}” is in an earlier part of the population already.`,
}
