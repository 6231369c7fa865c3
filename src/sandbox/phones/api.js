/** The HTTP side of `verbs.ts`. What the sandbox refuses is thrown with its sentence. */

/**
 * @param {string} path
 * @param {RequestInit} [request]
 * @returns {Promise<any>}
 */
async function ask(path, request) {
  const answer = await fetch(path, request).catch((error) => {
    if (error instanceof TypeError) throw refused('unreachable', error.message)
    throw error
  })
  const body = await answer.json().catch(() => ({}))
  if (!answer.ok) throw refused(body.refusal, body.error ?? `${answer.status} ${answer.statusText}`)
  return body
}

/** @param {string | undefined} refusal @param {string} sentence */
const refused = (refusal, sentence) => Object.assign(new Error(sentence), { refusal })

/** @param {string} path @param {object} input @param {AbortSignal} [signal] */
const post = (path, input, signal) =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  })

/** @returns {Promise<import('../verbs.ts').SandboxState>} */
export const getState = () => ask('/sandbox/state')

/** @param {number} id @returns {Promise<import('../verbs.ts').PhoneState>} */
export const getPhone = (id) => ask(`/sandbox/phones/${id}`)

/** @param {number} after @returns {Promise<import('../verbs.ts').LoggedCall[]>} */
export const getCalls = (after) => ask(`/sandbox/calls?after=${after}`)

/** One call with all its parameters, and what it was answered. @param {number} id */
export const getCall = (id) => ask(`/sandbox/calls/${id}`)

/**
 * @param {number} id
 * @param {Exclude<keyof import('../verbs.ts').PhoneVerbs, 'sendFile'>} verb
 * @param {object} [input]
 */
export const perform = (id, verb, input = {}) => post(`/sandbox/phones/${id}/${verb}`, input)

/**
 * Presses an inline button. The server keeps the request open until the bot answers, and a browser has only six
 * connections to spare, so the page hangs up early: the answer also comes with the phone's state.
 * @param {number} id
 * @param {{ messageId: number, row: number, column: number }} place
 */
export async function press(id, place) {
  try {
    await post(`/sandbox/phones/${id}/press`, place, AbortSignal.timeout(1500))
  } catch (error) {
    if (!['TimeoutError', 'AbortError'].includes(error.name)) throw error
  }
}

/**
 * @param {number} id
 * @param {'document' | 'photo' | 'voice' | 'video'} kind
 * @param {File} file
 * @param {{ caption?: string, album?: string }} [options] files with the same `album` are one
 */
export function sendFile(id, kind, file, { caption = '', album = '' } = {}) {
  const form = new FormData()
  form.set('kind', kind)
  form.set('name', file.name)
  form.set('mimeType', file.type || 'application/octet-stream')
  if (caption !== '') form.set('caption', caption)
  if (album !== '') form.set('album', album)
  form.set('file', file)
  return ask(`/sandbox/phones/${id}/sendFile`, { method: 'POST', body: form })
}

/** @param {{ firstName: string, lastName?: string, languageCode?: string, phoneNumber?: string, label?: string }} phone */
export const openPhone = (phone) => post('/sandbox/phones', phone)

/** @param {{ to: string } | { byMinutes: number }} move @returns {Promise<{ now: string }>} */
export const moveClock = (move) => post('/sandbox/clock', move)

export const reset = () => post('/sandbox/reset', {})

/** @param {string} fileId */
export const fileAddress = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`
