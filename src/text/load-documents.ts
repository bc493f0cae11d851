import { type DocumentsRead, jsonDocuments, yamlDocuments } from './text-document.js';

/** `readDocuments` for texts that are JSON as a rule: the parser of YAML is loaded for a text that is not. */
export const loadDocuments = async (text: string, fileName: string): Promise<DocumentsRead> =>
  jsonDocuments(text, fileName) ?? yamlDocuments(text, (await import('./yaml.js')).readYaml);
