using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>When the periods of a plan open by themselves.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130020000_AddReportingCalendars")]
public sealed class AddReportingCalendars : SqlMigration;
