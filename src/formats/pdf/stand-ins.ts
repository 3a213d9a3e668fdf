/** The reader looks for classes to draw with when it is loaded. Nothing is ever drawn, so anything will do, and no drawing library is needed. */
for (const name of ['DOMMatrix', 'Path2D']) {
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: Object, configurable: true })
}
