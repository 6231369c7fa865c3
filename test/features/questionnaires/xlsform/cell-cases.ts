import { question } from './books.ts'
import { type Case, asked, select, withChoices } from './issue-case.ts'

/** What is wrong with single cells and settings. */
export const cellCases: readonly Case[] = [
  {
    sentence: 'E_CALCULATION_MISSING',
    at: 'survey 3D "total"',
    survey: [question({ calculation: '' }), { type: 'calculate', name: 'total' }],
  },
  {
    sentence: 'E_DEFAULT_TYPE',
    at: 'survey 2D "some"',
    survey: [question({ type: 'integer', default: 'some' })],
  },
  {
    sentence: 'E_PARAMETER_INVALID',
    at: 'survey 2D "1 to 5"',
    survey: [question({ type: 'range', parameters: '1 to 5' })],
  },
  {
    sentence: 'E_PARAMETER_INVALID_KEY',
    at: 'survey 2D "begin=1"',
    survey: [question({ type: 'range', parameters: 'begin=1' })],
  },
  {
    sentence: 'E_PARAMETER_INVALID_NUMBER',
    at: 'survey 2D "end=ten"',
    survey: [question({ type: 'range', parameters: 'end=ten' })],
  },
  {
    sentence: 'E_PARAMETER_INVALID_VALUE',
    at: 'survey 2D "randomize=maybe"',
    survey: [{ ...select, parameters: 'randomize=maybe' }],
    other: withChoices,
  },
  {
    sentence: 'E_PARAMETER_INVALID_STEP',
    at: 'survey 2D "start=1 end=2 step=5"',
    survey: [question({ type: 'range', parameters: 'start=1 end=2 step=5' })],
  },
  {
    sentence: 'E_PARAMETER_INVALID_TICKS',
    at: 'survey 2D "tick_interval=20"',
    survey: [question({ type: 'range', parameters: 'tick_interval=20' })],
  },
  {
    sentence: 'E_TRIGGER_INVALID',
    at: 'survey 3D "6"',
    survey: [asked, question({ name: 'x', trigger: '6' })],
  },
  { sentence: 'E_MEDIA_INVALID', at: 'survey 2D "a.png"', survey: [question({ 'big-image': 'a.png' })] },
  {
    sentence: 'E_PROFILE_UNKNOWN',
    at: 'survey 2D "horoscope"',
    survey: [question({ heyet_profile: 'horoscope' })],
  },
  {
    sentence: 'E_PROFILE_UNKNOWN_NEAR',
    at: 'survey 2D "firm.employee"',
    survey: [question({ heyet_profile: 'firm.employee' })],
  },
  {
    sentence: 'E_EXTERNAL_DATA',
    at: 'survey 2A "select_one_from_file cities.csv"',
    survey: [{ ...select, type: 'select_one_from_file cities.csv' }],
  },
  {
    sentence: 'E_EXTERNAL_DATA_FUNCTION',
    at: 'survey 2D "pulldata"',
    survey: [question({ calculation: "pulldata('a', 'b', 'c', 'd')" })],
  },
  { sentence: 'E_ENTITIES_UNSUPPORTED', at: 'survey 2D "age"', survey: [question({ save_to: 'age' })] },
  {
    sentence: 'E_ENCRYPTION_UNSUPPORTED',
    at: 'settings 2B "public_key"',
    survey: [asked],
    other: { settings: [{ form_id: 'f', public_key: 'MIIB' }] },
  },
  {
    sentence: 'E_LANGUAGE_DEFAULT_UNKNOWN',
    at: 'settings 2B "Deutsch (de)"',
    survey: [{ type: 'text', name: 'a', 'label::Türkçe (tr)': 'A' }],
    other: { settings: [{ form_id: 'f', default_language: 'Deutsch (de)' }] },
  },
  {
    sentence: 'E_SETTING_INVALID',
    at: 'settings 2B "party"',
    survey: [asked],
    other: { settings: [{ form_id: 'f', heyet_purpose: 'party' }] },
  },
  {
    sentence: 'E_SETTING_INVALID_MOMENT',
    at: 'settings 2B "soon"',
    survey: [asked],
    other: { settings: [{ form_id: 'f', heyet_closes_at: 'soon' }] },
  },
  {
    sentence: 'E_SETTING_INVALID_ORDER',
    at: 'settings 2C "2026-12-01T10:00"',
    survey: [asked],
    other: {
      settings: [{ form_id: 'f', heyet_opens_at: '2026-12-02', heyet_closes_at: '2026-12-01 10:00' }],
    },
  },
]
