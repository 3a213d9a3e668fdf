-- Holds the catalogue of a plain PostgreSQL against the rules for distribution by jurisdiction_id.
-- $1: table names, $2: their placement (owned | reference | local), same length. One row per violation; no rows: the schema may be distributed.
WITH placement AS (SELECT rel, kind FROM unnest($1::text[], $2::text[]) AS declared (rel, kind)),
pl as (select to_regclass(rel) oid, rel, kind from placement),
tt as (select c.oid,c.relname,pl.kind,c.relkind,c.relpersistence from pl join pg_class c on c.oid=pl.oid),
allt as (select c.oid,c.relname from pg_class c where c.relnamespace='public'::regnamespace and c.relkind in ('r','p') and not c.relispartition
         and not exists(select 1 from pg_depend d where d.classid='pg_class'::regclass and d.objid=c.oid and d.deptype='e')),
ten as (select tt.*, a.attnum, a.atttypid, a.attcollation, a.attnotnull from tt left join pg_attribute a on a.attrelid=tt.oid and a.attname='jurisdiction_id' and not a.attisdropped where kind='owned'),
canon as (select atttypid, attcollation from ten where attnum is not null group by 1,2 order by count(*) desc limit 1)
select 'R01 table has no declared placement' rule, relname obj, null::text detail from allt where oid not in (select oid from tt)
union all select 'R02 owned table lacks jurisdiction_id', relname, null from ten where attnum is null
union all select 'R03 jurisdiction_id is nullable', relname, null from ten where attnum is not null and not attnotnull
union all select 'R04 jurisdiction_id type/collation differs', relname, format_type(ten.atttypid,null) from ten,canon where attnum is not null and (ten.atttypid,ten.attcollation) is distinct from (canon.atttypid,canon.attcollation)
union all select 'R05 no primary key', relname, null from ten where not exists(select 1 from pg_index i where i.indrelid=ten.oid and i.indisprimary)
union all select 'R06 primary key does not start with jurisdiction_id', ten.relname, i.indexrelid::regclass::text from ten join pg_index i on i.indrelid=ten.oid and i.indisprimary where i.indkey[0] is distinct from ten.attnum
union all select 'R07 unique/exclusion index lacks jurisdiction_id', ten.relname, i.indexrelid::regclass::text from ten join pg_index i on i.indrelid=ten.oid and (i.indisunique or i.indisexclusion)
   where not (ten.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts-1]))
union all select 'R08 exclusion constraint: jurisdiction_id not WITH =', ten.relname, k.conname from ten join pg_constraint k on k.conrelid=ten.oid and k.contype='x'
   where not exists(select 1 from unnest(k.conkey,k.conexclop) u(a,o) join pg_operator op on op.oid=u.o where u.a=ten.attnum and op.oprname='=')
union all select 'R09 FK owned->owned must pair jurisdiction_id with jurisdiction_id', s.relname, k.conname from ten s join pg_constraint k on k.conrelid=s.oid and k.contype='f' and k.conparentid=0 join ten d on d.oid=k.confrelid
   where not exists(select 1 from unnest(k.conkey,k.confkey) u(a,b) where u.a=s.attnum and u.b=d.attnum)
union all select 'R10 FK owned->local table', s.relname, k.conname from ten s join pg_constraint k on k.conrelid=s.oid and k.contype='f' join tt d on d.oid=k.confrelid and d.kind='local'
union all select 'R11 FK reference/local->owned table', s.relname, k.conname from tt s join pg_constraint k on k.conrelid=s.oid and k.contype='f' join ten d on d.oid=k.confrelid where s.kind<>'owned'
union all select 'R12 FK reference->local table', s.relname, k.conname from tt s join pg_constraint k on k.conrelid=s.oid and k.contype='f' join tt d on d.oid=k.confrelid and d.kind='local' where s.kind='reference'
union all select 'R13 FK SET NULL/SET DEFAULT while jurisdiction_id is in the key', s.relname, k.conname from ten s join pg_constraint k on k.conrelid=s.oid and k.contype='f' where (k.confdeltype in ('n','d') or k.confupdtype in ('n','d','c')) and s.attnum=any(k.conkey)
union all select 'R14 trigger on owned/reference table', tt.relname, g.tgname from tt join pg_trigger g on g.tgrelid=tt.oid and not g.tgisinternal where tt.kind<>'local'
union all select 'R15 rule on owned/reference table', tt.relname, r.rulename from tt join pg_rewrite r on r.ev_class=tt.oid where tt.kind<>'local'
union all select 'R16 int/smallint identity or serial', tt.relname, a.attname from tt join pg_attribute a on a.attrelid=tt.oid and a.attnum>0 and not a.attisdropped left join pg_attrdef d on d.adrelid=tt.oid and d.adnum=a.attnum
   where tt.kind='owned' and a.atttypid in (21,23) and (a.attidentity<>'' or pg_get_expr(d.adbin,d.adrelid) like 'nextval(%')
union all select 'R17 plain inheritance', tt.relname, h.inhparent::regclass::text from tt join pg_inherits h on h.inhrelid=tt.oid join pg_class c on c.oid=tt.oid and not c.relispartition
union all select 'R18 jurisdiction_id has a default or is generated', ten.relname, null from ten join pg_attrdef d on d.adrelid=ten.oid and d.adnum=ten.attnum
union all select 'R19 btree index on owned table does not start with jurisdiction_id', ten.relname, i.indexrelid::regclass::text from ten join pg_index i on i.indrelid=ten.oid join pg_class ic on ic.oid=i.indexrelid join pg_am am on am.oid=ic.relam and am.amname='btree'
   where i.indkey[0] is distinct from ten.attnum
union all select 'R20 identifier longer than 54 bytes (shard suffix)', c.relname, octet_length(c.relname)::text from pg_class c where octet_length(c.relname)>54 and (c.oid in (select oid from tt) or c.oid in (select indexrelid from pg_index where indrelid in (select oid from tt)))
union all select 'R21 RLS policy calls set_config-fragile current_setting without nullif', tt.relname, p.polname from tt join pg_policy p on p.polrelid=tt.oid where pg_get_expr(p.polqual,p.polrelid) ~ 'current_setting' and pg_get_expr(p.polqual,p.polrelid) !~* 'nullif'
order by 1,2,3;
