import { question } from './books.ts'
import { type Case, asked } from './issue-case.ts'

/** What is wrong with expressions and references. */
export const expressionCases: readonly Case[] = [
  { sentence: 'E_REF_SYNTAX', at: 'survey 2D "${city"', survey: [question({ relevant: '${city' })] },
  {
    sentence: 'E_REF_SYNTAX',
    at: 'survey 2C "Hello ${ name }"',
    survey: [question({ label: 'Hello ${ name }' })],
  },
  {
    sentence: 'E_REF_UNKNOWN',
    at: 'survey 2D "${employees}"',
    survey: [question({ relevant: '${employees} > 1' })],
  },
  {
    sentence: 'E_REF_UNKNOWN',
    at: 'survey 2D "/data/nobody"',
    survey: [question({ relevant: '/data/nobody = 1' })],
  },
  {
    sentence: 'E_REF_UNKNOWN_NEAR',
    at: 'survey 3C "${citi}"',
    survey: [asked, question({ name: 'x', label: '${citi}?' })],
  },
  {
    sentence: 'E_REF_AMBIGUOUS',
    at: 'survey 6D "${city}"',
    survey: [
      asked,
      { type: 'begin_group', name: 'firm', label: 'Firm' },
      asked,
      { type: 'end_group' },
      question({ name: 'why', relevant: "${city} = 'x'" }),
    ],
  },
  { sentence: 'E_EXPR_SYNTAX', at: 'survey 2D ". > 3 4"', survey: [question({ constraint: '. > 3 4' })] },
  { sentence: 'E_EXPR_SYNTAX_END', at: 'survey 2D ". >"', survey: [question({ constraint: '. >' })] },
  {
    sentence: 'E_EXPR_SYNTAX_INSTEAD',
    at: `survey 2D ". == 'a'"`,
    survey: [question({ constraint: ". == 'a'" })],
  },
  {
    sentence: 'E_EXPR_SYNTAX_EXPECTED',
    at: 'survey 2D "(. > 3 . 4)"',
    survey: [question({ constraint: '(. > 3 . 4)' })],
  },
  { sentence: 'E_EXPR_SYNTAX_QUOTE', at: `survey 2D ". = 'a"`, survey: [question({ constraint: ". = 'a" })] },
  {
    sentence: 'E_EXPR_SYNTAX_LONG',
    at: `survey 2D "${'1+'.repeat(39)}1…"`,
    survey: [question({ constraint: `${'1+'.repeat(5_001)}1` })],
  },
  {
    sentence: 'E_FUNCTION_UNKNOWN',
    at: 'survey 2D "yesterday"',
    survey: [question({ constraint: 'yesterday()' })],
  },
  {
    sentence: 'E_FUNCTION_UNKNOWN_NEAR',
    at: 'survey 2D "selectd"',
    survey: [question({ constraint: "selectd(., 'a')" })],
  },
  {
    sentence: 'E_FUNCTION_UNSUPPORTED',
    at: 'survey 2D "area"',
    survey: [question({ constraint: 'area(.) > 1' })],
  },
  {
    sentence: 'E_FUNCTION_ARITY',
    at: 'survey 2D "selected"',
    survey: [question({ constraint: 'selected(.)' })],
  },
  {
    sentence: 'E_FUNCTION_ARITY_BETWEEN',
    at: 'survey 2D "round"',
    survey: [question({ constraint: 'round(1, 2, 3)' })],
  },
  {
    sentence: 'E_FUNCTION_ARITY_LEAST',
    at: 'survey 2D "concat"',
    survey: [question({ constraint: 'concat()' })],
  },
  {
    sentence: 'E_CONSTRAINT_REGEX',
    at: 'survey 2D "[a-"',
    survey: [question({ constraint: "regex(., '[a-')" })],
  },
  {
    sentence: 'E_CONSTRAINT_REGEX_LONG',
    at: `survey 2D "${'a'.repeat(79)}…"`,
    survey: [question({ constraint: `regex(., '${'a'.repeat(501)}')` })],
  },
  {
    sentence: 'E_CYCLE',
    at: 'survey 3D "one → two → one"',
    survey: [
      asked,
      { type: 'calculate', name: 'one', calculation: '${two} + 1' },
      { type: 'calculate', name: 'two', calculation: '${one} + 1' },
    ],
  },
  { sentence: 'E_CYCLE_SELF', at: 'survey 2D "city"', survey: [question({ relevant: "${city} = 'x'" })] },
]
