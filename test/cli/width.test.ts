import { equal } from 'node:assert/strict'
import { widthOfText } from '../../cli/terminal/width.js'

describe('the width of text', () => {
  const check = (title: string, text: string, width: number): void => {
    it(title, () => equal(widthOfText(text), width))
  }

  check('is one column for a letter, with an accent or without', 'aé', 2)
  check('leaves combining marks out', 'e\u0301', 1)
  check('leaves out what is not seen', 'a\u200bb', 2)
  check('is two columns for ideographs, kana, Hangul and full-width forms', '模カ한Ａ', 8)
  check('is two columns for an emoji, however many code points it has', '😀👩‍🔬🇩🇪❤️1️⃣', 10)
  check('is one column for typographic signs', '“…” – •', 7)
})
