import { question, yesNo } from './books.ts'
import { type Case, asked, select, withChoices } from './issue-case.ts'

/** What is wrong with sheets, types, names, choices and groups. */
export const rowCases: readonly Case[] = [
  { sentence: 'E_CHOICES_SHEET_MISSING', at: 'survey 2A "yes_no"', survey: [select] },
  {
    sentence: 'E_COLUMN_MISSING',
    at: 'choices 1 ""',
    survey: [select],
    other: { choices: [{ list_name: 'yes_no', label: 'Yes' }] },
  },
  { sentence: 'E_COLUMN_MISSING', at: 'survey 1 ""', survey: [{ name: 'city', label: 'Where?' }] },
  {
    sentence: 'E_COLUMN_DUPLICATE_MEANING',
    at: 'survey 1D "relevance"',
    survey: [{ type: 'text', name: 'a', relevant: '1', relevance: '1', label: 'A' }],
  },
  { sentence: 'E_EMPTY_FORM', at: 'survey  ""', survey: [{ type: 'today', name: 'now' }] },
  {
    sentence: 'E_TYPE_MISSING',
    at: 'survey 3A "city"',
    survey: [asked, question({ type: '', name: 'city' })],
  },
  { sentence: 'E_TYPE_UNKNOWN', at: 'survey 2A "db:person"', survey: [question({ type: 'db:person' })] },
  { sentence: 'E_TYPE_UNKNOWN_NEAR', at: 'survey 2A "intger"', survey: [question({ type: 'intger' })] },
  {
    sentence: 'E_TYPE_UNKNOWN_NEAR',
    at: 'survey 2A "hidden string"',
    survey: [question({ type: 'hidden string' })],
  },
  {
    sentence: 'E_TYPE_UNKNOWN_LIST',
    at: 'survey 2A "select_one"',
    survey: [question({ type: 'select_one' })],
  },
  { sentence: 'E_TYPE_UNSUPPORTED', at: 'survey 2A "geotrace"', survey: [question({ type: 'geotrace' })] },
  {
    sentence: 'E_TYPE_UNSUPPORTED_ANSWERS',
    at: 'survey 3A "select_one ${city}"',
    survey: [asked, question({ type: 'select_one ${city}', name: 'which' })],
  },
  {
    sentence: 'E_TYPE_UNSUPPORTED_FILTER',
    at: 'survey 2D "true()"',
    survey: [{ ...select, type: 'select_one yes_no or_other', choice_filter: 'true()' }],
    other: withChoices,
  },
  { sentence: 'E_NAME_MISSING', at: 'survey 2 "Where?"', survey: [{ type: 'text', label: 'Where?' }] },
  { sentence: 'E_NAME_INVALID', at: 'survey 2B "1. city"', survey: [question({ name: '1. city' })] },
  { sentence: 'E_NAME_DUPLICATE', at: 'survey 3B "city"', survey: [asked, asked] },
  { sentence: 'E_NAME_RESERVED', at: 'survey 2B "meta"', survey: [question({ name: 'meta' })] },
  { sentence: 'E_LABEL_MISSING', at: 'survey 2 "city"', survey: [{ type: 'text', name: 'city' }] },
  {
    sentence: 'E_LABEL_TOO_LONG',
    at: `survey 2C "${'x'.repeat(79)}…"`,
    survey: [question({ label: 'x'.repeat(4097) })],
  },
  {
    sentence: 'E_LIST_UNKNOWN',
    at: 'survey 2A "colours"',
    survey: [{ ...select, type: 'select_one colours' }],
    other: withChoices,
  },
  {
    sentence: 'E_LIST_UNKNOWN_NEAR',
    at: 'survey 2A "yesno"',
    survey: [{ ...select, type: 'select_one yesno' }],
    other: withChoices,
  },
  {
    sentence: 'E_CHOICE_NAME_MISSING',
    at: 'choices 4B ""',
    survey: [select],
    other: { choices: [...yesNo, { list_name: 'yes_no', label: 'Maybe' }] },
  },
  {
    sentence: 'E_CHOICE_DUPLICATE',
    at: 'choices 4B "yes"',
    survey: [select],
    other: { choices: [...yesNo, { list_name: 'yes_no', name: 'yes', label: 'Yes!' }] },
  },
  {
    sentence: 'E_CHOICE_NAME_SPACE',
    at: 'choices 4B "not yet"',
    survey: [{ ...select, type: 'select_multiple yes_no' }],
    other: { choices: [...yesNo, { list_name: 'yes_no', name: 'not yet', label: 'Not yet' }] },
  },
  {
    sentence: 'E_UNMATCHED_BEGIN',
    at: 'survey 2A "firm"',
    survey: [{ type: 'begin_group', name: 'firm', label: 'Firm' }, asked],
  },
  { sentence: 'E_UNMATCHED_END', at: 'survey 3A "end group"', survey: [asked, { type: 'end group' }] },
  {
    sentence: 'E_NESTED_REPEAT',
    at: 'survey 3A "inner"',
    survey: [
      { type: 'begin_repeat', name: 'outer', label: 'Outer' },
      { type: 'begin_repeat', name: 'inner', label: 'Inner' },
      asked,
      { type: 'end_repeat' },
      { type: 'end_repeat' },
    ],
  },
  ...['many', '-1', '2.5', '51'].map((count): Case => ({
    sentence: 'E_REPEAT_COUNT_INVALID',
    at: `survey 2D "${count}"`,
    survey: [
      { type: 'begin_repeat', name: 'people', label: 'People', repeat_count: count },
      asked,
      { type: 'end_repeat' },
    ],
  })),
]
