/** Replaces one function of an object, until the result is disposed. */
export function replaced<T extends object>(
  whole: T,
  name: keyof T,
  by: (...given: readonly never[]) => unknown,
): Disposable {
  const before = whole[name];
  Reflect.set(whole, name, by);
  return {
    [Symbol.dispose]: () => {
      Reflect.set(whole, name, before);
    },
  };
}
