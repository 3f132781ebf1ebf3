using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Corrections as versions beside the first report, and reports that are withheld on legal grounds.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130030000_AddReportVersionsAndWithholding")]
public sealed class AddReportVersionsAndWithholding : SqlMigration;
