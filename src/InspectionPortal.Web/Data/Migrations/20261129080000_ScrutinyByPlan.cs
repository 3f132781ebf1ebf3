using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What a scrutiny body reads is walled off by plan, not only by partnership.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129080000_ScrutinyByPlan")]
public sealed class ScrutinyByPlan : SqlMigration;
