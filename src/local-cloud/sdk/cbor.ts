/** What the local cloud's wire takes of the SDK's codec for CBOR. */
export { cbor, dateToTag } from '@smithy/core/cbor';
