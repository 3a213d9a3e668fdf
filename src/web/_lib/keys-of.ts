/** The keys of a catalogue in its order. */
export function keysOf<Key extends string>(catalog: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(catalog).filter((key): key is Key => key in catalog)
}

/** Whether a catalogue has words under a key. */
export function isKey<Key extends string>(catalog: Readonly<Record<Key, unknown>>, key: string): key is Key {
  return Object.hasOwn(catalog, key)
}
