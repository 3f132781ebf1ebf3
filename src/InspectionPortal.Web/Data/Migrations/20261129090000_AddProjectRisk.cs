using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What could stop a project.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129090000_AddProjectRisk")]
public sealed class AddProjectRisk : SqlMigration;
