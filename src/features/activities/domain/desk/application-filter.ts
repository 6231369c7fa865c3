import { DomainError } from '../../../../shared/domain-error.ts'
import { isLanguage, type Language } from '../../../../shared/localized-text.ts'

/** Which applications of a list are wanted, by how they stand; `coming` and `offers` are those of the desk's numbers. */
export const standings = [
  'decide',
  'asked',
  'approved',
  'coming',
  'waitlisted',
  'offers',
  'rejected',
  'left',
] as const
export type Standing = (typeof standings)[number]

/** Clusters as buttons carry them. */
export const clusterLetters = { r: 'rail', a: 'aviation', b: 'both', n: 'none' } as const
export type FilterCluster = (typeof clusterLetters)[keyof typeof clusterLetters]

/** What somebody who has a seat has not handed in yet. */
export const lacks = ['form', 'document'] as const
export type Lack = (typeof lacks)[number]

/** Which applications a coordinator looks at. What is not there is not asked for. */
export interface ApplicationFilter {
  /** Of one activity; else of all that the reader runs. */
  activityId?: number
  standing?: Standing
  firmId?: number
  cluster?: FilterCluster
  /** In which the bot speaks with them. */
  language?: Language
  /** A group or a bus, by its mark: see `groupMark` in the statement. */
  group?: string
  lack?: Lack
  /** The words that were typed, by their row. */
  searchId?: number
}

export type Facet = 'standing' | 'activity' | 'firm' | 'cluster' | 'language' | 'group' | 'lack'

/** Of a facet its letter in a button, and the field it fills. */
const facetFields = {
  standing: 'standing',
  activity: 'activityId',
  firm: 'firmId',
  cluster: 'cluster',
  language: 'language',
  group: 'group',
  lack: 'lack',
} as const satisfies Record<Facet, keyof ApplicationFilter>

/** By what the list can be narrowed, in the order in which it is offered. */
export const facets = Object.keys(facetFields) as Facet[]

const number = (value: number | undefined) => value?.toString(36)
const letterOf = (cluster: FilterCluster | undefined) =>
  Object.entries(clusterLetters).find(([, name]) => name === cluster)?.[0]
const place = (value: string | undefined, all: readonly string[]) =>
  value === undefined ? undefined : String(all.indexOf(value))

/** As it stands in a button, at most 40 bytes: `a1z-s0-kr`. */
export function packFilter(filter: ApplicationFilter): string {
  const parts = {
    a: number(filter.activityId),
    s: place(filter.standing, standings),
    f: number(filter.firmId),
    k: letterOf(filter.cluster),
    l: filter.language,
    g: filter.group,
    m: place(filter.lack, lacks),
    q: number(filter.searchId),
  }
  return Object.entries(parts)
    .flatMap(([letter, value]) => (value === undefined ? [] : [letter + value]))
    .join('-')
}

/** Reads it; a forged one is refused like a stale one. */
export function readFilter(packed: string): ApplicationFilter {
  const filter: ApplicationFilter = {}
  for (const part of packed.split('-').filter(Boolean)) Object.assign(filter, readPart(part))
  return filter
}

function readPart(part: string): ApplicationFilter {
  const [letter, value] = [part.slice(0, 1), part.slice(1)]
  const one = <Value>(found: Value | undefined | null): Value => {
    if (found === undefined || found === null) throw new DomainError('bot:errors.staleButton')
    return found
  }
  const number = () => one(/^[0-9a-z]{1,9}$/.test(value) ? Number.parseInt(value, 36) : undefined)
  const read: Record<string, () => ApplicationFilter> = {
    a: () => ({ activityId: number() }),
    s: () => ({ standing: one(standings[Number(value)]) }),
    f: () => ({ firmId: number() }),
    k: () => ({ cluster: one(clusterLetters[value as keyof typeof clusterLetters]) }),
    l: () => ({ language: one(isLanguage(value) ? value : undefined) }),
    g: () => ({ group: one(/^[0-9a-f]{6}$/.test(value) ? value : undefined) }),
    m: () => ({ lack: one(lacks[Number(value)]) }),
    q: () => ({ searchId: number() }),
  }
  return one(read[letter])()
}

/** The same filter with another value of a facet, as a button says it; an empty one takes the facet away. */
export function withFacet(filter: ApplicationFilter, facet: Facet, value: string): ApplicationFilter {
  const { [facetFields[facet]]: _former, ...rest } = filter
  // Groups are an activity's own.
  const kept = facet === 'activity' ? without(rest, 'group') : rest
  return value === '' ? kept : { ...kept, ...readPart(value) }
}

const without = (filter: ApplicationFilter, name: keyof ApplicationFilter): ApplicationFilter => {
  const { [name]: _gone, ...rest } = filter
  return rest
}
