using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>A report about a plan that is discarded takes its draft with it.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261207010000_AllowDiscardOfReportDrafts")]
public sealed class AllowDiscardOfReportDrafts : SqlMigration;
