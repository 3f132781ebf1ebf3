using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections;

public sealed record InspectionsPage(IReadOnlyList<InspectionRow> Inspections, bool CanEdit, Vocabulary Vocabulary) : IReadByLinkOfficers
{
    public string WhatWasRead => "List of inspections";
}
