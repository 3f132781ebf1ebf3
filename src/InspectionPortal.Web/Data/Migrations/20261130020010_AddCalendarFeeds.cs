using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InspectionPortal.Web.Data.Migrations;

/// <summary>Secret addresses at which people's calendar apps read their dates.</summary>
[DbContext(typeof(PortalDbContext))]
[Migration("20261130020010_AddCalendarFeeds")]
public sealed class AddCalendarFeeds : SqlMigration;
