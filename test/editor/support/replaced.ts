/** Has one function of an object do something else; until it is disposed. */
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
