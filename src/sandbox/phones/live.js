import { getCalls, getPhone, getState } from './api.js'
import { change, read, reuse } from './store.js'

const callsKept = 500
const retryAfterMilliseconds = 1000

/** Follows the sandbox by server-sent events; after a restart it finds its way back by itself. */
export function follow() {
  const source = new EventSource('/sandbox/events')
  source.addEventListener('hello', () => void loadAll().catch(again))
  source.addEventListener('message', ({ data }) => JSON.parse(data).changed.forEach(loadPhone))
  source.addEventListener('calls', ({ data }) => noteCall(JSON.parse(data)))
  source.addEventListener('clock', ({ data }) => showClock(JSON.parse(data).now))
  source.addEventListener('reset', () => {
    change({ phones: {}, calls: [] })
    void loadAll().catch(again)
  })
  source.addEventListener('error', again)

  function again() {
    if (source.readyState === EventSource.CLOSED && read().connection === 'restarting') return
    source.close()
    change({ connection: 'restarting' })
    setTimeout(follow, retryAfterMilliseconds)
  }
}

async function loadAll() {
  const [{ now, phones }, calls] = await Promise.all([getState(), getCalls(0)])
  const byId = Object.fromEntries(phones.map((phone) => [phone.user.id, phone]))
  change({ connection: 'live', phones: reuse(read().phones, byId), calls })
  showClock(now)
}

/** @param {string} now */
export const showClock = (now) => change({ aheadByMilliseconds: Date.parse(now) - Date.now() })

/** Phones being fetched, and whether they have changed again meanwhile. @type {Map<number, boolean>} */
const loading = new Map()

/** @param {number} id */
export async function loadPhone(id) {
  if (id <= 0) return // groups have no phone
  if (loading.has(id)) return void loading.set(id, true)
  loading.set(id, false)
  try {
    const phone = await getPhone(id)
    const { phones } = read()
    const kept = reuse(phones[id], phone)
    if (kept !== phones[id]) change({ phones: { ...phones, [id]: kept } })
  } catch {
    // It has gone with a reset or a restart; both are told by events of their own.
  }
  const hasChangedAgain = loading.get(id)
  loading.delete(id)
  if (hasChangedAgain) void loadPhone(id)
}

/** @type {import('./store.js').LoggedCall[]} */
let arrived = []

/** Notes a call; many calls at once are drawn once. @param {import('./store.js').LoggedCall} call */
function noteCall(call) {
  if (arrived.length === 0) setTimeout(showCalls, 100)
  arrived.push(call)
}

function showCalls() {
  const known = new Set(read().calls.map(({ id }) => id))
  const fresh = arrived.filter(({ id }) => !known.has(id))
  arrived = []
  change({ calls: [...read().calls, ...fresh].slice(-callsKept) })
}
