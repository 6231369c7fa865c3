import { describe, expect, it } from 'vitest'
import type { Questionnaire } from '../../../../src/features/questionnaires/domain/questionnaire.ts'
import {
  mergeVersions,
  type FormVersion,
} from '../../../../src/features/questionnaires/domain/results/merge-versions.ts'
import { readRow } from '../../../../src/features/questionnaires/domain/results/read-row.ts'
import { formOf, type Sheets } from '../form-of.ts'

const questionnaire = (more: Partial<Questionnaire> = {}): Questionnaire => ({
  isOfHouse: false,
  ...{ id: 1, formId: 'needs', state: 'published', purpose: 'free', scope: 'person', isAnonymous: false },
  ...{ opensAt: null, closesAt: null, activityId: null, versionId: 2, round: 1, shownOf: 0 },
  ...more,
})

const version = (id: number, sheets: Sheets): FormVersion => ({
  ...{ id, version: String(id) },
  form: formOf({ ...sheets, settings: { version: String(id) } }),
})

const text = (name: string) => ({ type: 'text', name, label: name })

describe('the versions of a questionnaire', () => {
  it('become one list of columns: those of the newest form first, then those only older ones had', () => {
    const newest = version(2, { survey: [text('new'), text('kept')] })
    const former = version(1, { survey: [text('dropped'), text('kept')] })
    const { frame } = mergeVersions(questionnaire(), [newest, former])
    expect(frame.columns.map(({ code, versions }) => [code, versions])).toEqual([
      ['new', ['2']],
      ['kept', ['2', '1']],
      ['dropped', ['1']],
    ])
  })

  it('keep a question in its column when it is moved to another section', () => {
    const newest = version(2, {
      survey: [{ type: 'begin group', name: 'firm', label: 'Firm' }, text('city'), { type: 'end group' }],
    })
    const former = version(1, { survey: [text('city')] })
    const { frame, places } = mergeVersions(questionnaire(), [newest, former])
    expect(frame.columns.map(({ code }) => code)).toEqual(['city'])
    const row = readRow(places.get(1) ?? new Map(), {
      response: undefined,
      answers: { '/data/city': 'Lyon' },
      calculated: {},
    })
    expect(row.values).toEqual({ city: 'Lyon' })
  })

  it('tell questions of one name apart by what they stand in, and guess nothing', () => {
    const two = version(2, {
      survey: [
        ...[{ type: 'begin group', name: 'firm', label: 'Firm' }, text('phone'), { type: 'end group' }],
        ...[{ type: 'begin group', name: 'home', label: 'Home' }, text('phone'), { type: 'end group' }],
      ],
    })
    const one = version(1, { survey: [text('phone')] })
    const { frame } = mergeVersions(questionnaire(), [two, one])
    expect(frame.columns.map(({ code }) => code)).toEqual(['firm/phone', 'home/phone', 'data/phone'])
  })

  it('offer every choice there has been', () => {
    const select = [{ type: 'select_one colours', name: 'colour', label: 'Colour' }]
    const colours = (...names: string[]) => names.map((name) => ({ list_name: 'colours', name, label: name }))
    const { frame } = mergeVersions(questionnaire(), [
      version(2, { survey: select, choices: colours('blue', 'red') }),
      version(1, { survey: select, choices: colours('green', 'red') }),
    ])
    expect(frame.columns[0]?.choices.map(({ name }) => name)).toEqual(['blue', 'red', 'green'])
  })

  it('have repeats apart, in order of their instances', () => {
    const repeated = version(1, {
      survey: [
        text('firm'),
        { type: 'begin repeat', name: 'people', label: 'People' },
        text('name'),
        { type: 'end repeat' },
        { type: 'calculate', name: 'score_total', calculation: '7' },
      ],
    })
    const { frame, places } = mergeVersions(questionnaire(), [repeated])
    expect(frame.columns.map(({ code, type }) => [code, type])).toEqual([
      ['firm', 'text'],
      ['score_total', 'calculation'],
    ])
    expect(frame.repeats.map(({ code, columns }) => [code, columns.map((one) => one.code)])).toEqual([
      ['people', ['name']],
    ])
    const answers = {
      '/data/firm': 'Anadolu',
      '/data/people[10]/name': 'Can',
      '/data/people[2]/name': 'Ayşe',
      '/data/people#': '10',
      '/data/unknown': 'x',
    }
    const calculated = { '/data/score_total': '7' }
    expect(readRow(places.get(1) ?? new Map(), { response: undefined, answers, calculated })).toEqual({
      response: undefined,
      values: { firm: 'Anadolu', score_total: '7' },
      repeats: { people: [{ name: 'Ayşe' }, { name: 'Can' }] },
      files: {},
    })
  })

  it('say nothing about when somebody answered anonymously', () => {
    const timed = version(1, { survey: [text('opinion'), { type: 'start', name: 'begun_at' }] })
    const codes = (more: Partial<Questionnaire>) =>
      mergeVersions(questionnaire(more), [timed]).frame.columns.map(({ code }) => code)
    expect(codes({})).toEqual(['opinion', 'begun_at'])
    expect(codes({ isAnonymous: true })).toEqual(['opinion'])
  })
})
