using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>What the partnership lead prepares for the report of a quarter.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130040000_AddReportDrafts")]
public sealed class AddReportDrafts : SqlMigration;
