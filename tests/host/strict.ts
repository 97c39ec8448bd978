/** Names that JavaScript, its promises and its debugger look for on any value. */
const ALWAYS = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'domain',
  'asymmetricMatch',
  'nodeType',
  '$$typeof',
]);

/**
 * The same object, but reading or writing a member that it does not have throws, naming it. Runs in pages too.
 * @param name what it is called in Electron, as in `app.commandLine`; '' is the module itself
 */
export function strict<T extends object>(name: string, target: T): T {
  const check = (object: T, key: PropertyKey) => {
    if (typeof key === 'symbol' || key in object || ALWAYS.has(String(key))) return;
    throw new Error(`The stand-in host has no electron.${name === '' ? '' : `${name}.`}${String(key)}`);
  };
  return new Proxy(target, {
    get(object, key, receiver) {
      check(object, key);
      return Reflect.get(object, key, receiver);
    },
    set(object, key, value) {
      check(object, key);
      return Reflect.set(object, key, value);
    },
  });
}
