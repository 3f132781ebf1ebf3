using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>When a link officer last looked is read from the access log.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261129060001_DropVisitColumns")]
public sealed class DropVisitColumns : SqlMigration;
