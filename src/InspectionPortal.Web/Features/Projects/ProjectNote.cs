using InspectionPortal.Domain.Projects;

namespace InspectionPortal.Web.Features.Projects;

public sealed record ProjectNote(SubActionCategory Category, string Text);
