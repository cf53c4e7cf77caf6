export { documentExtensions, isDocument, languageOf } from '../../engine/document/languages.js'
