using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Work that outlives a request: the scheduler's own tables, and what a partnership sees of its jobs.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261121000050_Jobs")]
public sealed class Jobs : SqlMigration;
