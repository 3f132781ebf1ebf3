namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>What a link officer's query read, in words for the access log; implemented by answers.</summary>
public interface IReadByLinkOfficers
{
    /// <summary>Such as "Report: July to September 2020".</summary>
    string WhatWasRead { get; }
}
