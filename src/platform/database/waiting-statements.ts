import type postgres from 'postgres'

/** A statement as postgres.js keeps it (3.4.9); its types say only what others may do with it. */
interface Statement extends postgres.PendingQuery<postgres.Row[]> {
  /** Whose turn it is on a connection; `null` before it has got one. */
  state: unknown
  handler(statement: Statement): void
  reject(because: Error): void
}

/**
 * Watches which statements wait in a client for a connection, a transaction's BEGIN among them. The returned function
 * gives the client up: they are told at once that none will come. By itself postgres.js gives a broken connection to one
 * of them, which may wait for it until its time is up, and once the client ends it forgets the others for good.
 */
export function watchWaiting(client: postgres.Sql): () => void {
  const waiting = new Set<Statement>()
  const unsafe = client.unsafe.bind(client)
  let isGivenUp = false
  let send: Statement['handler'] = () => {}

  function hand(statement: Statement): void {
    if (isGivenUp) return statement.reject(noConnection())
    send(statement)
    if (statement.state !== null) return
    const forget = () => waiting.delete(statement)
    waiting.add(statement)
    statement.then(forget, forget)
  }

  client.unsafe = ((...said: Parameters<typeof unsafe>) => {
    const statement = unsafe(...said) as unknown as Statement
    send = statement.handler
    statement.handler = hand
    return statement
  }) as unknown as typeof client.unsafe

  return () => {
    isGivenUp = true
    for (const statement of waiting) {
      if (statement.state !== null) continue
      statement.reject(noConnection())
      // Told already: this takes it out of the client's own queue.
      statement.cancel()
    }
    waiting.clear()
  }
}

const noConnection = () =>
  Object.assign(new Error('The connection that this waited for will not come.'), { code: 'CONNECTION_ENDED' })
