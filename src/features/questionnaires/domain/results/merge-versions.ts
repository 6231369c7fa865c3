import type { Calculation, Form, FormText, Question } from '../form.ts'
import { otherOf } from '../other-of.ts'
import type { Questionnaire } from '../questionnaire.ts'
import { indexOf } from '../session/form-index.ts'
import { codesOf } from './codes.ts'
import type { ResultChoice, ResultColumn, ResultFrame, ResultRepeat } from './result-set.ts'

/** A published form. */
export interface FormVersion {
  readonly id: number
  readonly version: string
  readonly form: Form
}

type Place = Pick<ResultColumn, 'code' | 'repeat'>

/** Where the answers of a version go: the column by the path without instance numbers. */
export type PlacesOfVersion = ReadonlyMap<string, Place>

export interface Merged {
  readonly frame: ResultFrame
  /** By the version's id. */
  readonly places: ReadonlyMap<number, PlacesOfVersion>
}

/** By the path of the newest version that has it. */
type Codes = ReadonlyMap<string, string>

/** What has a value, and the name of the repeat it stands in: that is the only one of its name. */
interface Valued {
  readonly node: Question | Calculation
  readonly repeat: string | undefined
}

/** A column while the versions are looked through. */
interface Growing extends Valued {
  readonly form: Form
  readonly choices: Map<string, ResultChoice>
  readonly versions: string[]
  readonly places: { versionId: number; path: string }[]
}

/**
 * Puts the versions of a questionnaire into one list of columns; the newest comes first. A question is the same one where
 * its path is the same, or its name when that alone tells which it is: it has been moved to another section then.
 */
export function mergeVersions(
  questionnaire: Questionnaire,
  versions: readonly [FormVersion, ...FormVersion[]],
): Merged {
  const growing: Growing[] = []
  for (const version of versions) {
    const valued = valuesOf(version.form, questionnaire)
    const known = [...growing]
    for (const one of valued) {
      const column = known.find(isAt(one)) ?? movedFrom(known, one, valued) ?? begun(one, version.form)
      if (column.versions.length === 0) growing.push(column)
      grow(column, one, version)
    }
  }
  const codes = codesOf(growing.map(({ node }) => node.path))
  return { frame: frameOf(questionnaire, versions, growing, codes), places: placesOf(growing, codes) }
}

/** Of anonymous forms nothing that says when they were answered. */
const valuesOf = (form: Form, { isAnonymous }: Questionnaire): Valued[] =>
  indexOf(form).entries.flatMap(({ node, repeat }) => {
    if (node.kind !== 'question' && node.kind !== 'calculation') return []
    if (isAnonymous && node.kind === 'calculation' && node.from.kind === 'meta') return []
    return [{ node, repeat: repeat?.split('/').at(-1) }]
  })

const isAt =
  ({ node, repeat }: Valued) =>
  (column: Growing): boolean =>
    column.repeat === repeat && column.places.some(({ path }) => path === node.path)

/** The one column that stood elsewhere under this name, unless the version still has that place, or two of the name. */
function movedFrom(known: readonly Growing[], one: Valued, valued: readonly Valued[]): Growing | undefined {
  const paths = new Set(valued.map(({ node }) => node.path))
  const [column, ...others] = known.filter(
    (other) => isNamed(one)(other) && !other.places.some(({ path }) => paths.has(path)),
  )
  return others.length === 0 && valued.filter(isNamed(one)).length === 1 ? column : undefined
}

const isNamed =
  ({ node, repeat }: Valued) =>
  (other: Valued): boolean =>
    other.node.name === node.name && other.node.kind === node.kind && other.repeat === repeat

const begun = (valued: Valued, form: Form): Growing => ({
  ...{ ...valued, form },
  ...{ choices: new Map(), versions: [], places: [] },
})

function grow(column: Growing, { node }: Valued, { id, version, form }: FormVersion): void {
  column.versions.push(version)
  column.places.push({ versionId: id, path: node.path })
  const list = node.kind === 'question' && node.list !== undefined ? form.lists[node.list] : undefined
  for (const { name, label } of list ?? [])
    if (!column.choices.has(name)) column.choices.set(name, { name, label, form })
}

function frameOf(
  questionnaire: Questionnaire,
  versions: readonly [FormVersion, ...FormVersion[]],
  growing: readonly Growing[],
  codes: Codes,
): ResultFrame {
  const columns = growing.map(asColumn(codes))
  const languages = versions.flatMap(({ form }) => form.languages)
  return {
    ...{ questionnaire, form: versions[0].form, versions: versions.map(({ version }) => version) },
    languages: languages.filter(({ name }, at) => languages.findIndex((one) => one.name === name) === at),
    columns: columns.filter(({ repeat }) => repeat === undefined),
    repeats: repeatsOf(versions, columns),
  }
}

const asColumn =
  (codes: Codes) =>
  ({ node, form, repeat, choices, versions }: Growing): ResultColumn => ({
    ...{ code: codes.get(node.path) ?? node.path, kind: node.kind, node, form, repeat, versions },
    ...{ label: fullLabel(node, form), choices: [...choices.values()] },
    type: node.kind === 'question' ? node.type : 'calculation',
  })

/** “Please specify” alone says nothing: the question behind whose choice it stands comes before it. */
function fullLabel(node: Growing['node'], form: Form): FormText | undefined {
  const of = node.kind === 'question' ? otherOf(node) : undefined
  const asked = indexOf(form).entries.find(({ node: { path } }) => path === of)?.node
  if (of === undefined || asked?.kind !== 'question' || !node.label) return node.label
  return Object.fromEntries(
    Object.entries(node.label).map(([language, words]) => {
      const before = asked.label[language] ?? asked.label[form.defaultLanguage] ?? []
      return [language, before.length > 0 ? [...before, ' · ', ...words] : words]
    }),
  )
}

function repeatsOf(versions: readonly FormVersion[], columns: readonly ResultColumn[]): ResultRepeat[] {
  const inside = Map.groupBy(
    columns.filter(({ repeat }) => repeat !== undefined),
    ({ repeat }) => repeat,
  )
  return [...inside].map(([code = '', ofRepeat]) => {
    for (const { form } of versions)
      for (const { node } of indexOf(form).entries)
        if (node.kind === 'repeat' && node.name === code)
          return { code, label: node.label, form, columns: ofRepeat }
    throw new Error('a repeat that no version has')
  })
}

function placesOf(growing: readonly Growing[], codes: Codes): Merged['places'] {
  const places = new Map<number, Map<string, Place>>()
  for (const { node, repeat, places: having } of growing)
    for (const { versionId, path } of having) {
      const ofVersion = places.get(versionId) ?? new Map<string, Place>()
      ofVersion.set(path, { code: codes.get(node.path) ?? node.path, repeat })
      places.set(versionId, ofVersion)
    }
  return places
}
