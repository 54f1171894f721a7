import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE INDEX \`campaigns_updated_list_idx\` ON \`campaigns\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`claims_updated_list_idx\` ON \`claims\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`claims_campaign_updated_list_idx\` ON \`claims\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`demands_updated_list_idx\` ON \`demands\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`demands_campaign_updated_list_idx\` ON \`demands\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`resources_updated_list_idx\` ON \`resources\` (\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
  await db.run(sql`CREATE INDEX \`resources_campaign_updated_list_idx\` ON \`resources\` (\`campaign_id\`,\`_status\`,\`deleted_at\`,\`updated_at\`,\`id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`campaigns_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`claims_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`claims_campaign_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`demands_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`demands_campaign_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`resources_updated_list_idx\`;`)
  await db.run(sql`DROP INDEX \`resources_campaign_updated_list_idx\`;`)
}
