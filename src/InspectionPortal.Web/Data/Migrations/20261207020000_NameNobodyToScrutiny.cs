using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Link officers read "A named person" in the live plan where a person leads work, as they do in reports.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261207020000_NameNobodyToScrutiny")]
public sealed class NameNobodyToScrutiny : SqlMigration;
