// The words of the sample matter's papers. Everybody in them is invented.

const n = (/** @type {string[]} */ ...paragraphs) => paragraphs;

export const statement = n(
  'I am a singer and have sung for my living for nine years. I live in Lahore with my mother and my two children.',
  'In November 2020 Kinara Productions asked me, through my manager, to record for a season of six songs. The company wrote to me on 2 December 2020. The letter fixed three sessions, the fee for each, the hours and the studio.',
  'The company told me when to come, what to sing and with whom. I signed in at its desk each time, like everybody who worked there.',
  'The first session was on 11 December 2020. Nothing happened at it of which I complain.',
  'The second session was on 18 December 2020. It was booked from four until seven. I signed in at five minutes past four.',
  'Mr Malik had been booked to play on two of the songs. I had known him for some years from concerts, as one knows a colleague.',
  'We recorded until about a quarter to seven. There were four musicians, Mr Malik, the sound engineer in the control room, and a boy who brought tea.',
  'The musicians then packed up and went out by the side door. I stayed to hear the last take. The sound engineer was in the control room, with the glass open.',
  'Mr Malik came back. I thought that he had left something behind.',
  'He said that I had sung well. I thanked him and turned to take my bag.',
  'He then took hold of me from behind. I said: let me go. He did not.',
  'I said it again, louder, and pushed at his arm. He laughed and held me harder, with one hand where no man has a right to put it.',
  'It went on for what I take to be half a minute. I told him at least three times to stop.',
  'The door of the control room opened and he let go. He said something to the engineer about the last take and went out.',
  'I sat down on the floor. The engineer asked me if I was unwell. I said that I wanted to go home.',
  'I did not sign out. My manager’s driver took me home at about half past seven. At 21:42 I wrote to my manager in our chat and told her what he had done.',
  'On the next day, 19 December 2020, I wrote to the company and asked not to be booked with him again. I did not write why; I was ashamed, and I was afraid for the rest of the work.',
  'The company answered on 5 January 2021 that the bookings stood.',
  'On 6 February 2021 there was a rehearsal for a concert. When I came out of the dressing room Mr Malik stood in the door. He said: are you still angry. I said: let me pass. He put his arm across the door and did not move until another musician came along the corridor.',
  'I left the concert on the same day and lost the fee. I have not been booked by the company since.',
  'I have read this statement. It is true. I make it knowing that it will be put before a forum.',
);

export const affidavit = n(
  'That I am the deponent and am well acquainted with the facts.',
  'That on 18 December 2020 I was booked to play at Studio B of Kinara Productions from four in the afternoon.',
  'That my part was finished early, and that I left the studio by half past six, before the session closed.',
  'That when I left, four musicians whose names I have given to counsel were present, and that the control room was empty, the engineer having gone at six.',
  'That before leaving I greeted the complainant in the presence of the said musicians in the manner that is usual among artists, and that nothing else passed between us.',
  'That the complainant raised no objection at the time, nor for two months after it.',
  'That on 6 February 2021 I was on the stage throughout the rehearsal and at no time near the dressing rooms.',
  'That the allegations are false and have been made to harm my name and my work.',
  'That the complainant and I are independent performers, and that neither of us is or was an employee of the company.',
);

export const reply = n(
  'That the complaint is not maintainable. The complainant is not an employee within section 2(f) of the Act, and the answering respondent is neither an employee nor an employer.',
  'That there is no organisation between the parties. Each was engaged for a fee, for a song.',
  'That the complaint has been filed after a delay for which no reason is given.',
  'That without prejudice to these objections the answering respondent replies as follows.',
  'That paragraphs 1 to 4 of the complaint call for no reply.',
  'That paragraph 5 is admitted to the extent of the booking.',
  'That paragraph 7 is denied as to the persons present. The names of those present are in the affidavit.',
  'That paragraphs 11 to 14 are denied. There was an ordinary greeting in front of the musicians, and no more.',
  'That paragraph 16 is not within the knowledge of the answering respondent.',
  'That paragraph 19 is denied. The answering respondent was on the stage.',
  'That the post of 20 February 2021 is false, and that the answering respondent keeps all his rights in that regard.',
  'That the complaint be rejected with costs.',
);

export const orderOmbudsperson = n(
  'This is a complaint under section 8 of the Act by a singer against a musician. Two incidents are alleged, of 18 December 2020 and 6 February 2021.',
  'Notice was issued. The respondent appeared through counsel, and filed a reply with an affidavit. He raised the objection that the complainant is not an employee.',
  'Learned counsel for the complainant submitted that her client was engaged in writing, for sessions at hours and at a place that the company fixed, and that a contractual employee need not be on the rolls. She relied on the letter of 2 December 2020.',
  'Learned counsel for the respondent submitted that the letter is a contract for services. The complainant was free to sing for others, and did. He said that a studio that is let by the hour is not a workplace.',
  'I have considered the objection first, for it goes to the jurisdiction of this office.',
  'Section 2(f) speaks of a regular or contractual employee, whether employed on daily, weekly, monthly or hourly basis, and includes an intern or an apprentice.',
  'The letter does not employ. It engages, for a fee for each session, and binds neither side beyond the third. The complainant has shown no salary, no attendance beyond the sessions and no supervision of how she sings.',
  'In my view she does not come within the definition. This office has no jurisdiction in a dispute between two performers, however grave.',
  'It follows that I do not go into the allegations. Nothing in this order shall be read as a finding on them, one way or the other.',
  'The complaint is not entertained. The parties shall bear their own costs. Copies to be supplied.',
);

export const orderGovernor = n(
  'This representation under section 9 of the Act is against the order of the Ombudsperson Punjab of 22 April 2021, by which a complaint was not entertained.',
  'Both sides were heard through counsel on 14 July 2021.',
  'It was submitted that the Ombudsperson read section 2(f) too narrowly, and that the purpose of the Act is the protection of those who work, whatever their contract is called.',
  'It was replied that the words of the section are plain, and that an authority under the Act cannot enlarge them.',
  'The view taken by the Ombudsperson is one that the words allow. The representation discloses no ground on which it should be disturbed.',
  'The merits of the complaint were not before the Ombudsperson and are not before me.',
  'The representation is refused.',
);

export const judgment = n(
  'By this petition under Article 199 of the Constitution the petitioner calls in question an order of the Governor of the Punjab of 26 August 2021, and through it an order of the Ombudsperson Punjab of 22 April 2021.',
  'The facts, so far as they are needed, are short. The petitioner is a singer. She was engaged by respondent No. 4 by a letter of 2 December 2020 for three recording sessions. She alleges that respondent No. 3 harassed her at the second of them, and again at a rehearsal in February 2021.',
  'Her complaint was not entertained, for the reason that she was not an employee. Her representation was refused on the same ground.',
  'Learned counsel for the petitioner raised three points. First, that the definition covers a contractual employee employed on an hourly basis, and that a person engaged for sessions of fixed hours is just that. Secondly, that the definition of workplace includes any situation linked to official work or activity outside the office. Thirdly, that the Act, being remedial, must be given the meaning that advances the remedy.',
  'She added that the text as amended for the federal territory in 2022 names performers and artists, and that Parliament thereby declared what the law had always been.',
  'Learned counsel for respondent No. 3 submitted that the amendment shows the contrary. A class that has to be added was not there before.',
  'The learned Law Officer supported the impugned orders, and drew attention to the limits of this jurisdiction.',
  'I have heard learned counsel and read the record with their help.',
  'The question is one of construction. It is whether the words regular or contractual employee, in the text in force in the Punjab on the days of the alleged incidents, take in a performer who is engaged by letter for particular sessions.',
  'The word employee carries a core of meaning. It speaks of service, of a duty to attend, and of control over the manner in which the work is done.',
  'The letter of 2 December 2020 fixes the time and the place and the fee. It does not give the company control over the manner of performance. Nor does it oblige either side beyond what it names.',
  'It was urged that control over an artist can never be of that kind, and that the test is therefore inapt. There is force in the submission. But it is for the legislature to meet it, and for another part of the country it has.',
  'The amendment of 2022 was not in force in the Punjab on the days in question. Whether it is in force here today need not be decided.',
  'As to the workplace, the point does not arise unless the complainant is within the definition of a person who may complain.',
  'The authorities took a view of the statute that was open to them. In constitutional jurisdiction this Court does not substitute another merely because it might have been taken.',
  'It is right to add a word. The petitioner has brought a grave allegation, and respondent No. 3 has denied it. Neither the Ombudsperson nor the Governor has inquired into it. This Court says nothing on the allegations, for or against anybody.',
  'The petitioner is not without other remedies in law, and nothing said here stands in the way of any of them.',
  'For these reasons the petition is dismissed. There shall be no order as to costs.',
);

export const orderLeave = n(
  'The petitioner seeks leave to appeal from a judgment of the Lahore High Court of 14 February 2024, by which her constitutional petition was dismissed.',
  'Learned counsel submits that the meaning of employee in section 2(f) of the Act of 2010, as it stood before the amendment of 2022, has not been considered by this Court in the case of a performer.',
  'The point is of some importance. Leave to appeal is granted to consider it, together with the effect, if any, of the amendment.',
  'The appeal shall be heard on the present record, with liberty to the parties to file additional documents within one month.',
  'The grant of leave is no opinion on the merits of the appeal or of the complaint.',
);

export const chat = [
  ['18/12/2020, 15:31', 'Rubina', 'On my way. Is it Studio A or B today?'],
  ['18/12/2020, 15:33', 'G. Rauf', 'B. Sign in at the desk, they count the hours now.'],
  ['18/12/2020, 15:34', 'Rubina', 'Okay. Three songs?'],
  ['18/12/2020, 15:36', 'G. Rauf', 'Two, and the alaap of the third if there is time.'],
  ['18/12/2020, 16:04', 'Rubina', 'Here. Signed.'],
  ['18/12/2020, 17:20', 'G. Rauf', 'How is it going?'],
  ['18/12/2020, 17:41', 'Rubina', 'Good. One done. He keeps changing the end.'],
  ['18/12/2020, 17:42', 'G. Rauf', 'Let him. He is paid by the hour too.'],
  ['18/12/2020, 18:02', 'Rubina', 'Second one now.'],
  ['18/12/2020, 19:26', 'G. Rauf', 'Finished? The driver is downstairs.'],
  ['18/12/2020, 19:31', 'G. Rauf', 'Rubina?'],
  ['18/12/2020, 19:33', 'G. Rauf', 'He says you are in the car and not well. What is it?'],
  ['18/12/2020, 20:15', 'G. Rauf', 'Missed voice call'],
  ['18/12/2020, 21:42', 'Rubina', 'I am home. I have to tell you something and I do not want to say it aloud.'],
  ['18/12/2020, 21:43', 'G. Rauf', 'Tell me.'],
  ['18/12/2020, 21:46', 'Rubina', 'He held me. When the others had gone. I told him to stop and he did not stop.'],
  ['18/12/2020, 21:47', 'Rubina', 'This message was deleted'],
  ['18/12/2020, 21:48', 'G. Rauf', 'Who? Malik?'],
  ['18/12/2020, 21:48', 'Rubina', 'Yes.'],
  ['18/12/2020, 21:50', 'Rubina', 'مجھے ابھی بھی کانپ رہی ہے'],
  ['18/12/2020, 21:51', 'G. Rauf', 'I am coming to you. Do not write to anybody until I am there.'],
  ['19/12/2020, 09:12', 'G. Rauf', 'Did you sleep?'],
  ['19/12/2020, 09:30', 'Rubina', 'No.'],
  [
    '19/12/2020, 10:58',
    'Rubina',
    'I am writing to the company that I will not be booked with him. I will not say why.',
  ],
  ['19/12/2020, 11:02', 'G. Rauf', 'Write it short. Keep a copy.'],
  ['19/12/2020, 11:16', 'Rubina', 'Sent.'],
  ['05/01/2021, 16:52', 'Rubina', 'They say the bookings stand.'],
  ['05/01/2021, 16:55', 'G. Rauf', 'I shall speak to them.'],
  [
    '06/02/2021, 19:40',
    'Rubina',
    'He stood in the door and would not let me out. I am leaving. Tell them what you like.',
  ],
  ['06/02/2021, 19:41', 'G. Rauf', 'Where are you?'],
  ['06/02/2021, 19:41', 'Rubina', 'In the car park.'],
];

export const posts = [
  'I kept silent for two months. I was told to. Today I do not. A man with whom I was booked to sing put his hands on me in a studio, and stood in my door at a rehearsal.',
  'To those who ask why I did not speak then: I had two sessions more and rent to pay.',
  'I have told those whom I had to tell. A forum will hear it. I shall say no more about what happened until it has.',
  'Thank you for your letters. I read each of them.',
  'I am told that my case was refused because I am not an employee. I signed in at their desk.',
  'Not an employee. Not a word about what he did.',
  'Nobody has said that it did not happen. Nobody has asked.',
  'We have gone to the Governor. It is his to read the law again.',
  'A suit of twenty crore for the words of a singer. We shall answer it in court.',
];
