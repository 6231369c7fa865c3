/** The sandbox over HTTP, as `verbs.ts` describes it. A refusal is thrown as an `Error` with the server's sentence. */

export const getState = () => ask('/sandbox/state')
export const getPhone = (userId) => ask(`/sandbox/phones/${userId}`)
export const getCalls = (after = 0) => ask(`/sandbox/calls?after=${after}`)
export const moveClock = (move) => ask('/sandbox/clock', asJson(move))
export const reset = () => ask('/sandbox/reset', asJson({}))
export const openPhone = (newPhone) => ask('/sandbox/phones', asJson(newPhone))
export const fileUrl = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`

/** Performs a verb of the phone of this person. */
export const perform = (userId, verb, input = {}) => ask(`/sandbox/phones/${userId}/${verb}`, asJson(input))

export function sendFile(userId, { kind, file, caption }) {
  const form = new FormData()
  form.set('kind', kind)
  form.set('name', file.name)
  form.set('mimeType', file.type || 'application/octet-stream')
  if (caption) form.set('caption', caption)
  form.set('file', file)
  return ask(`/sandbox/phones/${userId}/sendFile`, { method: 'POST', body: form })
}

/**
 * Presses an inline button. The server keeps the request open until the bot answers, and a browser has only six
 * connections to spare, so the page hangs up early: the answer also comes with the phone's state.
 */
export async function press(userId, place) {
  try {
    await ask(`/sandbox/phones/${userId}/press`, { ...asJson(place), signal: AbortSignal.timeout(1500) })
  } catch (error) {
    if (error.name !== 'TimeoutError' && error.name !== 'AbortError') throw error
  }
}

const asJson = (body) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

async function ask(path, options) {
  const answer = await fetch(path, options)
  const body = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Error(body.error ?? `${answer.status} ${answer.statusText}`)
  return body
}
