/** The same one after the other, but each is asked for while somebody is still busy with the one before. */
export async function* ahead<One>(all: AsyncGenerator<One>): AsyncGenerator<One> {
  try {
    for (let next = all.next(); ; ) {
      const { done, value } = await next;
      if (done) return;
      next = all.next();
      next.catch(() => undefined); // whoever goes on is told
      yield value;
    }
  } finally {
    await all.return(undefined);
  }
}
