/** Providers for the stores and readers of `libs/infra` that need nothing but the database. */
import type { FactoryProvider, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';

export function onDatabase(...stores: readonly Type[]): FactoryProvider[] {
  return stores.map((Store) => ({
    provide: Store,
    useFactory: (dataSource: DataSource) => new Store(dataSource) as object,
    inject: [DataSource],
  }));
}
