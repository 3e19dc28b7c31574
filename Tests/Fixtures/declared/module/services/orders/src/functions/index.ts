export { default as nightly } from "./nightly";
