import type { WorldStorage } from './world-storage.ts'

/** Things of one kind by their key, written through to the storage. Values are replaced, never changed in place. */
export interface Shelf<Key extends string | number, Value> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
  /** Replaces some fields of a thing that is there; does nothing when it is not. */
  change(key: Key, fields: Partial<Value>): void
  delete(key: Key): void
  values(): IteratorObject<Value>
  keys(): IteratorObject<Key>
  readonly size: number
  clear(): void
}

/** The shelves of a world and what has changed on them since the last turn of the event loop. */
export interface Cupboard {
  shelf<Value>(kind: string, onChange?: (key: string) => void): Shelf<string, Value>
  numberedShelf<Value>(kind: string, onChange?: (key: number) => void): Shelf<number, Value>
  /** Writes at once what is still waiting for the end of this step. */
  flush(): void
}

export function cupboard(storage: WorldStorage, keepsNothing: boolean): Cupboard {
  const waiting = new Map<string, [kind: string, key: string, value: unknown]>()
  function flush() {
    if (waiting.size === 0) return
    const changes = [...waiting.values()]
    waiting.clear()
    storage.write(
      changes.map(([kind, key, value]) => [kind, key, value === undefined ? null : JSON.stringify(value)]),
    )
  }
  // One step is what runs without waiting; its changes are written together, before any byte of an answer leaves.
  function note(kind: string, key: string, value: unknown) {
    if (keepsNothing) return
    if (waiting.size === 0) queueMicrotask(flush)
    waiting.set(`${kind}/${key}`, [kind, key, value])
  }
  return {
    flush,
    shelf: (kind, onChange) =>
      newShelf(loadStrings(storage, kind), (key, value) => note(kind, key, value), onChange),
    numberedShelf: (kind, onChange) =>
      newShelf(loadNumbers(storage, kind), (key, value) => note(kind, String(key), value), onChange),
  }
}

function newShelf<Key extends string | number, Value>(
  things: Map<Key, Value>,
  note: (key: Key, value: Value | undefined) => void,
  onChange: (key: Key) => void = () => {},
): Shelf<Key, Value> {
  function set(key: Key, value: Value) {
    things.set(key, value)
    note(key, value)
    onChange(key)
  }
  function remove(key: Key) {
    if (!things.delete(key)) return
    note(key, undefined)
    onChange(key)
  }
  return {
    get: (key) => things.get(key),
    set,
    change(key, fields) {
      const value = things.get(key)
      if (value !== undefined) set(key, { ...value, ...fields })
    },
    delete: remove,
    values: () => things.values(),
    keys: () => things.keys(),
    get size() {
      return things.size
    },
    clear: () => [...things.keys()].forEach(remove),
  }
}

function loadStrings<Value>(storage: WorldStorage, kind: string): Map<string, Value> {
  return new Map(storage.load(kind).map(([key, body]) => [key, JSON.parse(body) as Value]))
}

function loadNumbers<Value>(storage: WorldStorage, kind: string): Map<number, Value> {
  const rows = storage
    .load(kind)
    .map(([key, body]): [number, Value] => [Number(key), JSON.parse(body) as Value])
  return new Map(rows.sort(([a], [b]) => a - b))
}
