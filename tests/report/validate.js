// validate.js FORMAT FILE NODE_MODULES: whether a report is valid by the schema of its readers.
const fs = require('fs');
const path = require('path');

const [format, file, modules] = process.argv.slice(2);
const report = JSON.parse(fs.readFileSync(file, 'utf8'));

function validateBySchema(schema) {
  const Ajv = require(path.join(modules, 'ajv'));
  const ajv = new Ajv({ allErrors: true, schemaId: 'auto', unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require(path.join(modules, 'ajv/lib/refs/json-schema-draft-04.json')));
  if (ajv.validate(schema, report)) return [];
  return ajv.errors.map((error) => `${error.dataPath}: ${error.message}`);
}

// What GitLab's documentation says of its Code Quality reports.
const gitlab = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./).' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
};

const validators = {
  sarif: () => validateBySchema(require(path.join(modules, '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))),
  gitlab: () => validateBySchema(gitlab),
  rdjson: async () => {
    const { RDFormatValidator } = require(path.join(modules, '@umbrelladocs/rdformat-validator'));
    const result = await new RDFormatValidator({ strictMode: true }).validateFile(file);
    return result.valid ? [] : result.errors.map((error) => `${error.path}: ${error.message}`);
  },
};

(async () => {
  const errors = await validators[format]();
  for (const error of errors) console.log(error);
  process.exit(errors.length ? 1 : 0);
})();
