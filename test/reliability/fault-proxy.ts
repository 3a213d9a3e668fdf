import { once } from 'node:events'
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net'

/** A line between two programs that can be made bad. */
export interface FaultProxy {
  readonly port: number
  /** Breaks every connection there is, in the midst of whatever goes over it. */
  readonly cut: () => void
  /** Breaks every connection, and each new one at once, until `mend`. */
  readonly close: () => void
  /** What comes is passed on so much later; `Infinity`: not before `mend`. */
  readonly slow: (milliseconds: number) => void
  readonly mend: () => void
  readonly stop: () => Promise<void>
}

/** Starts a proxy on loopback before a server, named by where it listens when a connection comes. */
export async function startFaultProxy(target: () => NetConnectOpts): Promise<FaultProxy> {
  const sockets = new Set<Socket>()
  const held = new Set<() => void>()
  let [delay, isClosed] = [0, false]
  const pass = (from: Socket, to: Socket): void => {
    let last: Promise<void> = Promise.resolve()
    const later = (what: () => void): void => {
      // what came first goes first, however the delay has changed since
      const wait =
        delay === 0 ? Promise.resolve() : new Promise<void>((done) => (delay === Infinity ? held.add(done) : setTimeout(done, delay)))
      last = Promise.all([last, wait]).then(what)
    }
    from.on('data', (chunk: Buffer) => later(() => void (to.destroyed || to.write(chunk))))
    from.on('end', () => later(() => void (to.destroyed || to.end())))
    from.on('error', () => to.destroy())
    from.on('close', () => sockets.delete(from))
  }
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isClosed) return void near.destroy()
    const far = connect({ ...target(), allowHalfOpen: true })
    for (const socket of [near, far]) sockets.add(socket)
    pass(near, far)
    pass(far, near)
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const cut = (): void => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  const mend = (): void => {
    ;[delay, isClosed] = [0, false]
    for (const release of held) release()
    held.clear()
  }
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    cut,
    close() {
      isClosed = true
      cut()
    },
    slow: (milliseconds) => void (delay = milliseconds),
    mend,
    async stop() {
      mend()
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
