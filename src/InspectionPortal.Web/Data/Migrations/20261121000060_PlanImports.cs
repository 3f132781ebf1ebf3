using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Files that wait to become the plan, and what those brought in did.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261121000060_PlanImports")]
public sealed class PlanImports : SqlMigration;
