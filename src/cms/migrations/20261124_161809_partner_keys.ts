import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`partner_keys\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`key_id\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`label\` text,
  	\`expires_at\` text,
  	\`revoked_at\` text,
  	\`last_used_on\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`partner_keys_partner_idx\` ON \`partner_keys\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_keys_key_id_idx\` ON \`partner_keys\` (\`key_id\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_updated_at_idx\` ON \`partner_keys\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_keys_created_at_idx\` ON \`partner_keys\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`usage\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`day\` text NOT NULL,
  	\`requests\` numeric NOT NULL,
  	\`cached\` numeric NOT NULL,
  	\`throttled\` numeric NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`usage_partner_idx\` ON \`usage\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`partner_day_idx\` ON \`usage\` (\`partner_id\`,\`day\`);`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`enable_a_p_i_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key\`;`)
  await db.run(sql`ALTER TABLE \`partners\` DROP COLUMN \`api_key_index\`;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`partner_keys\`;`)
  await db.run(sql`DROP TABLE \`usage\`;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`enable_a_p_i_key\` integer;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key\` text;`)
  await db.run(sql`ALTER TABLE \`partners\` ADD \`api_key_index\` text;`)
}
