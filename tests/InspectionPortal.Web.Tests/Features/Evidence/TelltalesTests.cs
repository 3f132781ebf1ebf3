using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Tests.Features.Evidence;

public sealed class TelltalesTests
{
    [Theory]
    [InlineData("CHI 0304129992", "1 number that looks like a CHI number")]
    [InlineData("030412 9992", "1 number that looks like a CHI number")]
    [InlineData("943 476 5919", "1 number that looks like an NHS number")]
    [InlineData("9434765919, 943 476 5919 and 9434765870", "2 numbers that look like NHS numbers")]
    [InlineData("Ann Smith, born 3/4/2012", "1 date of birth beside a name")]
    [InlineData("DOB: 3 April 2012 Ann Smith", "1 date of birth beside a name")]
    [InlineData("Smith,Ann,03/04/2012", "1 date of birth beside a name")]
    [InlineData("O’Neill;Séan;03.04.2012", "1 date of birth beside a name")]
    [InlineData("CHI 0304129992, Ann Smith born 3/4/2012", "1 number that looks like a CHI number and 1 date of birth beside a name")]
    public void Find_WhatMayBeAPersonsRecord_IsCounted(string text, string found) => Assert.Equal(found, Telltales.Find(text));

    [Theory]
    [InlineData("CHI 0304129991")]
    [InlineData("943 476 5918")]
    [InlineData("0000000000 and 1111111111")]
    [InlineData("Telephone 0123456788 and 01234 567890")]
    [InlineData("20200930123456")]
    [InlineData("The audit of 3 March 2020 read 52 records. Quarter 2, 30/09/2020.")]
    [InlineData("Published 3/4/2012 by Aberdeen City")]
    [InlineData("")]
    public void Find_WhatIsNot_IsNothing(string text) => Assert.Null(Telltales.Find(text));
}
