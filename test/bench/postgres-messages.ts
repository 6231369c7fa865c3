/** Cuts a stream into PostgreSQL's messages: a letter, a length, content. The first message has no letter. */
export function readMessages(onMessage: (type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isFirst = true
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = isFirst ? 0 : 1
      if (rest.length < head + 4) return
      const length = head + rest.readInt32BE(head)
      if (rest.length < length) return
      if (!isFirst) onMessage(String.fromCharCode(rest[0] ?? 0), rest.subarray(head + 4, length))
      isFirst = false
      rest = rest.subarray(length)
    }
  }
}
