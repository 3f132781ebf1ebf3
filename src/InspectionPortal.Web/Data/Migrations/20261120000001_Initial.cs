using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Every table of the first release.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261120000001_Initial")]
public sealed class Initial : SqlMigration;
