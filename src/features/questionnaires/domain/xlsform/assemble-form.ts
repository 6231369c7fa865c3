import { foldLetters } from '../../../../shared/fold-letters.ts'
import type { Form, FormNode } from '../form.ts'
import { guesser, type Guess } from '../nearest.ts'
import { buildLists } from './build-lists.ts'
import { buildNodes } from './build-nodes.ts'
import type { Building } from './form-builder.ts'
import { gatherNames, type FormNames } from './form-names.ts'
import type { FormTable } from './form-table.ts'
import type { FormTables } from './form-tables.ts'
import { inLanguages, textReader } from './form-texts.ts'
import { readLanguages, reportTags, type FormLanguages } from './languages.ts'
import { readChoices } from './read-choices.ts'
import { expressionReader } from './read-expression.ts'
import { readSettings, type FormSettings } from './read-settings.ts'
import { reportCycles } from './report-cycles.ts'
import { readOutline, type Outline } from './survey-outline.ts'
import { translationGaps, type TranslationGaps } from './translation-gaps.ts'

/** Makes a form of its sheets; what is wrong goes into their reports. */
export function assembleForm({ survey, choices, settings: sheet }: FormTables): Form {
  const settings = readSettings(sheet)
  const outline = readOutline(survey, settings.rootNames)
  const lists = readChoices(choices, settings.allowsDuplicateChoices)
  const names = gatherNames(outline, lists, choices, settings.rootNames)
  const languages = readLanguages([survey, choices, sheet], settings, sheet.report)
  const dependencies = new Map<string, Set<string>>()
  const guess = guesser()
  const reading = (table: FormTable) => readersOf(table, names, guess, languages, settings)
  const [ofSurvey, ofChoices, ofSettings] = [reading(survey), reading(choices), reading(sheet)]
  const building: Building = {
    names,
    languages,
    lists,
    guess,
    ...ofSurvey,
    report: survey.report,
    reportChoice: choices.report,
    hasBrokenChoices: choices.rows.length > 0 && lists.size === 0,
    depends: (path, on) => dependencies.set(path, (dependencies.get(path) ?? new Set()).union(on)),
  }
  const children = buildNodes(outline.children, building)
  if (!children.some(isShown)) survey.report('E_EMPTY_FORM', {})
  reportCycles(outline, dependencies, survey.report)
  const builtLists = buildLists(outline, { ...building, ...ofChoices })
  const instanceName = readInstanceName(settings, ofSettings)
  const form: Form = {
    ...identityOf(settings, outline, sheet, languages, ofSettings.gaps),
    version: settings.version,
    languages: languages.all,
    defaultLanguage: languages.defaultLanguage,
    root: { kind: 'group', name: 'data', path: '/data', row: 1, children },
    lists: builtLists,
    ...instanceName,
    purpose: settings.purpose,
  }
  reportTags(languages, survey.report)
  for (const { gaps } of [ofSurvey, ofChoices, ofSettings]) gaps.report()
  return form
}

function readersOf(
  table: FormTable,
  names: FormNames,
  guess: Guess,
  languages: FormLanguages,
  { keepsQuotes }: FormSettings,
) {
  const { report } = table
  const read = expressionReader(names, guess, report)
  const gaps = translationGaps(table, languages)
  return { read, gaps, texts: textReader({ languages, keepsQuotes, read, report, gaps }) }
}

/** A form with nothing to ask or to say is none; what a note says counts. */
const isShown = (node: FormNode): boolean =>
  'children' in node ? node.children.some(isShown) : node.kind !== 'calculation'

function readInstanceName(
  { row }: FormSettings,
  { read }: Pick<Building, 'read'>,
): Pick<Form, 'instanceName'> {
  const text = row?.get('instance_name') ?? ''
  if (!row || text === '') return {}
  const expression = read(text, { ...row.place('instance_name'), here: '/data' })?.expression
  return expression ? { instanceName: expression } : {}
}

function identityOf(
  { formId: id, titles: written, row }: FormSettings,
  { settings }: Outline,
  { report }: FormTable,
  languages: FormLanguages,
  gaps: TranslationGaps,
) {
  const titles = new Map([...inLanguages(written, languages)].map(([name, { text }]) => [name, text]))
  const title = titles.get(languages.defaultLanguage) ?? titles.values().next().value
  const shown = title || settings.get('title') || ''
  const given = id || settings.get('form_id') || ''
  const formId = given || asFormId(shown)
  if (given === '') report('W_FORM_ID_MISSING', {}, '', { example: formId })
  const isInLanguages = written.some(({ language }) => language !== undefined)
  if (row && isInLanguages) gaps.look(row, 'title', titles)
  return {
    formId,
    title: shown || given || 'form',
    ...(isInLanguages && { titles: Object.fromEntries(titles) }),
  }
}

/** `Needs analysis 2026` → `needs_analysis_2026` */
function asFormId(title: string): string {
  const plain = foldLetters(title)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return plain || 'form'
}
