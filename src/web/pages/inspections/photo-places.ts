/** Where photos of an inspection are put to while they wait: items that are ticked. */
export function tickPlaces(inspection: string): string {
  return `inspection:${inspection}:tick:`
}

/** One of its dialogs, by what it is about. */
export function dialogPlace(inspection: string, about: string): string {
  return `inspection:${inspection}:dialog:${about}`
}
