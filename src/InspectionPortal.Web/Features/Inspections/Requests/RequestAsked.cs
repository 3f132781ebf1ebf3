using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>That a link officer asked something.</summary>
public sealed record RequestAsked(string WhatWasRead) : IReadByLinkOfficers;
